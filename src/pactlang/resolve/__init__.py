"""Tree to model: names, dates, filters; every fault a diagnostic."""
