"""What figures mean: change between two counts, in number, per cent and words, with guards for small numbers."""
