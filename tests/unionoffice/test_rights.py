"""What 谁能做什么 says of each role, held against the tables of who may open what."""
