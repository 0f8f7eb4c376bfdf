"""What is made of a class' results for teaching: lessons, a term at a glance, practice for each student."""
