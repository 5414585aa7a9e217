"""How people reach Dalalab: the only place that wires things together."""
