package main

import (
	"encoding/json"
	"net/http/httptest"
	"testing"
)

func TestJoke(t *testing.T) {
	recorder := httptest.NewRecorder()
	newHandler().ServeHTTP(recorder, httptest.NewRequest("GET", "/joke", nil))
	var got joke
	if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Setup == "" || got.Punchline == "" {
		t.Errorf("got %+v, want a joke", got)
	}
}
