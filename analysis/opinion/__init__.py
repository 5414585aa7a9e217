"""What votes on statements say: where people agree, where they do not, and whether there are groups.

tables     a file in Polis' layout -> Votes
votes      who voted what;  counting: counts, exact test, correction, interval
classes    the class of each statement
space      people as points;  clusters: points in groups of a size that may be shown
groups     groups that beat shuffled votes and are stable, or why there are none
telling    statements that tell groups apart or bring them together
judging    all of it: `judge(votes, plan) -> Opinion`;  sentences: the same in words
polis/     what Polis computes, for comparison
"""
