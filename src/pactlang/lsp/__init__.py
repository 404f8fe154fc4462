"""The language server: what editors ask about agreements and logs, answered from the same parts as every command.

All but `server` knows nothing of a protocol: positions are offsets, answers are plain data.
"""
