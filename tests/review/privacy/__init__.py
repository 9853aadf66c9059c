"""Tests of what may identify a person, with the corpora of what does and of what only looks so."""
