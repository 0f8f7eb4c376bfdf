#!/bin/bash
# Grades a department on Slurm, a task for each section: SUBMISSIONS holds a folder (or zip) for each, and OUT gets one.
#
#   sbatch --array=0-11 autograder/container/slurm-array.sh 01 /scratch/submissions /scratch/graded
#
# Run it in a checkout that `make` has set up on a file system that the nodes share. A section that is lost with its node
# is queued again, and goes on from its gradebook.
#SBATCH --job-name=fcnkit
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=2500M
#SBATCH --time=02:00:00
#SBATCH --requeue
#SBATCH --output=fcnkit-%A-%a.log
set -euo pipefail

assignment=$1 submissions=$2 out=$3
mapfile -t sections < <(find "$submissions" -mindepth 1 -maxdepth 1 ! -name '.*' | sort)
section=${sections[$SLURM_ARRAY_TASK_ID]:?there is no such section: --array is larger than the number of folders}
name=$(basename "$section")

status=0
srun .venv/bin/fcnkit grade "$assignment" "$section" --out "$out/$name" --workers "$SLURM_CPUS_PER_TASK" || status=$?
test "$status" -le 1 # 1: something that was handed in is invalid, which grades.csv says
