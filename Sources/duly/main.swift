import ArgumentParser

// ArgumentParser exits 1 for whatever is thrown; ours is mapped to the exit codes of the contract first.
Duly.start()
