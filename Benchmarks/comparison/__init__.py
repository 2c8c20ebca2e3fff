"""The parts of Benchmarks/compare. Python's standard library and nothing else."""
