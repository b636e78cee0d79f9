"""Portal of public-service innovations: one YAML file in; a website, paper and open data out."""

__version__ = "0.1.0"
