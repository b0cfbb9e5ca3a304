package main

import (
	_ "embed"
	"encoding/json"
	"log"
	"math/rand/v2"
	"net/http"
)

//go:embed page.html
var page []byte

type joke struct {
	Setup     string `json:"setup"`
	Punchline string `json:"punchline"`
}

var jokes = []joke{
	{"Why did the gopher leave the party?", "All its channels were closed."},
	{"How many layers does a good image have?", "As few as it can bear."},
	{"Why do container images never win at poker?", "Everybody can see their layers."},
	{"What does a bantam say to a whale?", "You could lose some weight."},
	{"Why was the binary so calm?", "It had no dependencies."},
	{"There are two hard things in computer science.", "Naming things, caching, and off-by-one errors."},
	{"Why did the goroutine never come home?", "Nobody was waiting for it."},
	{"What is a nil pointer's favourite song?", "Nothing Else Matters."},
}

func newHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", servePage)
	mux.HandleFunc("GET /joke", serveJoke)
	return mux
}

func servePage(w http.ResponseWriter, _ *http.Request) {
	write(w, "text/html; charset=utf-8", page)
}

func serveJoke(w http.ResponseWriter, _ *http.Request) {
	body, err := json.Marshal(jokes[rand.IntN(len(jokes))])
	if err != nil {
		log.Println(err)
		http.Error(w, "no joke today", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	write(w, "application/json", body)
}

func write(w http.ResponseWriter, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	if _, err := w.Write(body); err != nil {
		log.Println(err) // The client has gone; there is nobody left to tell.
	}
}
