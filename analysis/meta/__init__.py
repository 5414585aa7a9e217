"""Meta-analysis: what comes back across surveys, each finding with the surveys and counts it rests on."""
