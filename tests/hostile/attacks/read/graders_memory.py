"""Reads another process' memory through /proc/PID/mem.

Success: it reads some of it.
Succeeds: in a grader of one process
"""

pid = FIELD["bystander"]
for line in open(f"/proc/{pid}/maps"):
    if "[stack]" in line:
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        with open(f"/proc/{pid}/mem", "rb") as memory:
            memory.seek(start)
            content = memory.read(end - start)
        claim(content[content.index(b"SECRET"):][:100])
