// Command hash prints the SHA-256 of its argument, in hexadecimal.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: hash TEXT")
		os.Exit(2)
	}
	if _, err := fmt.Printf("%x\n", sha256.Sum256([]byte(os.Args[1]))); err != nil {
		os.Exit(1)
	}
}
