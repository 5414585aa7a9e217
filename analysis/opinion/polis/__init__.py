"""What Polis computes from the same votes, for comparison: its formulas, without tests against chance.

Read in `compdemocracy/polis` (October 2024). Two things differ on purpose: the decomposition is exact where Polis
iterates, and there is no history, so the number of groups is the best one now.
"""
