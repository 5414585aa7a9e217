"""The conversation engine: `step(questionnaire, state, input) -> (state, events)`. Pure."""
