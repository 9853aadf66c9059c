"""Rules that catch mistakes real assessments were published with: one module a family, each rule with a stable code."""
