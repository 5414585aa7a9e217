"""What free-text answers say: themes from a codebook, their reasons, sentences and quotes."""
