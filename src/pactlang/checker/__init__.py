"""The checker: a model and a log in, findings out. Opens no file, knows no screen, reads no clock."""
