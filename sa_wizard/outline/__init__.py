"""What is asked: sections, fields, records, conditions and the law by nation and date. Knows nothing of answers."""
