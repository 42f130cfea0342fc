"""`python -m replylint`: the same as the `replylint` command."""

from replylint._entry import main

if __name__ == "__main__":
    main()
