// Command hello says hello.
package main

import (
	"fmt"
	"os"
)

func main() {
	if _, err := fmt.Println("hello, world"); err != nil {
		os.Exit(1)
	}
}
