"""What commands say about somebody's life, held sentence by sentence: `README.md` beside this file."""
