"""What a survey is: questionnaires, the conversation, the store. Knows no channel."""
