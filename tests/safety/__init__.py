"""Nothing that lies in a folder, and nothing that fails, may hurt the people who open it."""
