#!/usr/bin/env bash
# Makes the environment that run_autograder uses. Gradescope and `otter grade` run this once, as root, on Ubuntu.
set -e

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y wget

wget -nv -O /tmp/miniforge.sh \
    "https://github.com/conda-forge/miniforge/releases/download/25.3.1-0/Miniforge3-Linux-$(uname -m).sh"
bash /tmp/miniforge.sh -b -p /opt/miniforge3
rm /tmp/miniforge.sh

/opt/miniforge3/bin/mamba env create -y -f "$(dirname "$0")/environment.yml"

# else the process of each submission, in a container of its own, would compile all that it imports
/opt/miniforge3/envs/otter-env/bin/python -m compileall -q "$(dirname "$0")/files/course" || true
