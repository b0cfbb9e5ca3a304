module example.com/jokes

go 1.22
