"""What comes out: Markdown made by Jinja2 and turned into Word by Pandoc."""
