# dalalab opinion
opinion-mode = There is no mode { $wanted }. Choose honest or polis.
opinion-exclude = --exclude is the numbers of statements, such as 3,4,11-16. { $wanted } will not do.
opinion-counting = Testing against chance
opinion-exclude-unknown = The file has no statements with the ids { $ids }: nothing was left out there.
