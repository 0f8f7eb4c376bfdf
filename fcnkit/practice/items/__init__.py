"""The item bank: one file an item. `fcnkit.practice.bank` finds them; CONTRIBUTING.md says how to write one."""
