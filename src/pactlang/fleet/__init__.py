"""Many agreements at once: a dataset of their entries is judged, each agreement by its own text, and the findings are a dataset, too."""
