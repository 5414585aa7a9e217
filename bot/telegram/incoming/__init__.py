"""Updates in: durable before they are confirmed, in order for each person, read without trust."""
