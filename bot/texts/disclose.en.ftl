# `dalalab disclose`: a masked copy of the answers, handed out as a public record.
disclose-step = Choose a step. First: --review FILE.xlsx. When somebody has read and filled in the file: --reviewed FILE.xlsx --out COPY.xlsx --decision REFERENCE
disclose-review-form = The review is an Excel file: --review FILE.xlsx
disclose-review-exists = { $path } is there already and is not overwritten: it may be filled in. Choose another name.
disclose-out = Say where the copy goes: --out COPY.xlsx, .pdf or .zip (CSV).
disclose-decision = A copy is only handed out by a decision. Write --decision REFERENCE
disclose-rows-first = --rows is chosen when the review is made, so that each respondent's answers are read together. The review knows from then on.
disclose-empty = Nobody has answered { $code }, so there is nothing to hand out.
disclose-purged = The answers to { $code } have been disposed of, so there is nothing to hand out.
disclose-open = { $code } is open. The copy is of the answers as they are now, and its cover says so.
disclose-differs = Fewer than five have answered since an earlier copy. Whoever has both can see what those answered. Weigh that in the decision.
disclose-gone = { $n ->
    [one] One row of the review belongs to an answer that is no longer there. It is
   *[other] { $n } rows of the review belong to answers that are no longer there. They are
} not in the copy.
disclose-review = The review is in { $path }: { $rows } answers, { $masked ->
    [one] 1 proposed mask
   *[other] { $masked } proposed masks
}. Read every answer. The sheet Read first says how.
disclose-copy = The copy is in { $path }: { $rows } rows, { $masked ->
    [one] 1 mask
   *[other] { $masked } masks
}. Read its cover before you hand it out. Delete the review once the case is closed.
studio-did-note-copy = Handed out a masked copy with a command
