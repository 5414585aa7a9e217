"""A survey's answers as a public record: found, masked, read by a person, copied. Under law, and no publication.

`collecting` takes the answers, `marks` proposes and checks what is masked, `review` is the sheet a person reads and
edits, `making` is the copy that leaves. Nothing gets from the first to the last but through the third.
"""
