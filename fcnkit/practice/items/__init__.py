"""The item bank: one file an item. `fcnkit.practice.bank` finds them; docs/how-to/practice-items.md says how to write one."""
