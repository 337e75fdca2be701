import './refuseOldNode.mjs'

// Loaded only after the check above: an older Node could not even read it.
import('./runProgram.mjs')
