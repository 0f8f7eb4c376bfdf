"""The item bank: one file an item, as docs/how-to/practice-items.md explains. `fcnkit.practice.bank` finds them."""
