# The masked copy that is handed out as a public record.
mask = [masked: { $kind }]
mask-unnamed = no kind given
mask-name = name
mask-email = e-mail address
mask-link = link
mask-account = account name
mask-phone = telephone number
mask-personal-number = personal number
mask-address = address
mask-position = position on the map
mask-document = file name
mask-respondent = respondent's name

# The review: the sheet that a person reads and fills in.
review-sheet = Review
review-about-sheet = Read first
review-column-key = Key
review-column-person = No.
review-column-asked = Question
review-column-beside = Votes
review-column-n = Number
review-column-text = The answer
review-column-copy = In the copy
review-column-why = Why
review-column-ground = Ground
review-column-reader = Read by
review-doubtful = look at: { $words }
review-about =
    This is working material with everything that was answered. Do not hand this file out, and delete it once the copy is made.
    1. Read every answer. The column In the copy holds what the program proposes. It does not find everything, and sometimes masks too much.
    2. Change the column In the copy. Replace what is secret by [masked: kind], such as [masked: health]. Write [masked] to mask a whole answer. All else stands word for word.
    3. Personal data is not secret merely because it is personal data. In Ground, name the provision of the Public Access to Information and Secrecy Act (OSL) for every row with a mask. If there is none, take the mask away.
    4. In Read by, write who has read the answer. Fill downwards when you are done.
    5. Leave the columns Key and The answer as they are. Save the file and run: dalalab disclose CODE --reviewed FILE.xlsx --out COPY.xlsx --decision REFERENCE

# The copy that is handed out.
copy-title = Masked copy: { $title }
copy-sheet-cover = Cover
copy-sheet-answers = Answers
copy-sheet-questions = Questions
copy-file-cover = cover
copy-file-answers = answers
copy-file-questions = questions
copy-column-person = No.
copy-column-asked = Question
copy-column-beside = Votes
copy-column-text = Answer
copy-column-n = Number
copy-column-choices = Choices
copy-votes = { $agree } agree, { $disagree } disagree, { $passed } pass
copy-statement-waiting = Not shown to others
copy-statement-hidden = Hidden from others
copy-about = The document
copy-document = The answers to the survey “{ $title }” ({ $code }), with the questions as they were asked.
copy-decision = Decision to hand out: { $decision }.
copy-law = This copy is handed out as an official document under chapter 2 of the Freedom of the Press Act. It is no publication. The reports' rule of at least five answers does not hold here: what is not secret under the Public Access to Information and Secrecy Act (OSL) is in it.
copy-how = How the copy was made
copy-read = A program has proposed masks by rules. Then every answer was read, and the masks decided on, by: { $readers }.
copy-marks = What is masked reads [masked: kind]. All else in an answer stands word for word.
copy-by-question = The answers stand question by question. Answers that are alike are one row with a number. Rows are in the order of what can be read, so that the order tells nothing of who or when.
copy-by-person = Answers from the same respondent have the same number. The numbers are new and follow from what can be read, so that they tell nothing of who or when.
copy-masked = What is masked, and why
copy-masked-nothing = Nothing is masked.
copy-masked-kind = { $kind }: { $n ->
    [one] 1 place
   *[other] { $n } places
}
copy-masked-ground = { $ground }: { $n ->
    [one] 1 row
   *[other] { $n } rows
}
copy-left-out = What is not in it
copy-out-together = Which answers to different questions come from the same respondent. Whoever wants that can ask for it, and each respondent's answers are then examined together.
copy-out-votes = Who voted what on statements. The numbers stand beside each statement. The votes can be asked for and are examined on their own.
copy-out-files = Photos ({ $photos }) and documents ({ $documents }) that were sent in. Each is examined on its own.
copy-out-technical = Technical data: receipt codes, cookies, numbers of chats, times, languages and the answers' inner numbers. They say nothing on the matter, but can point somebody out.
copy-out-taken-back = Answers that the respondent has removed, changed or kept to themselves, and answers that a later one of the same group or organisation has replaced.
copy-out-fewer = Whoever has answered can remove their answers until the survey closes. A report made before somebody did may count more people than this copy.
copy-out-wishes = Wishes to hear the outcome. They are kept apart and do not belong to the answers.
copy-out-own = The authority's own documents about the survey: reports, themes, translations and logs.
copy-closed = The survey is closed. The link between answers and persons is then removed, so that there is none to hand out.
copy-open = The survey was open when the copy was made. More answers may come, and whoever has answered can change or remove theirs.
copy-csv = In the CSV files an apostrophe stands before =, +, - and @ at the beginning of an answer, so that no spreadsheet calculates it.
copy-appeal-heading = If something is not handed out
copy-appeal = Whoever has asked for the document can ask for a written decision on what is masked or not in it. The authority writes that decision, with its reasons and how to appeal. It is not in this file.
