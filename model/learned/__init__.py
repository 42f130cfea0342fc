"""How the learned readings are trained: acts, customers' messages, whole cases."""
