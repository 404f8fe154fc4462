"""Laws that hold between commands, whatever people agreed and logged: what one says of a life, all say."""
