"""Depersonalised data: what may identify a person, found in answers and in counts (SI 2007/1831)."""
