package main

import (
	"errors"
	"io"
	"log"
	"net/http"
	"net/url"
	"time"
)

// What of the source's answer is handed on; the rest is between the source and this client.
var forwarded = []string{
	"Cache-Control", "Content-Disposition", "Content-Language", "Content-Length", "Content-Type", "Etag", "Last-Modified",
}

var errBadURL = errors.New("url must be an absolute http or https URL: /?url=https://example.com/")

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = 30 * time.Second
	return &http.Client{Transport: transport}
}

func newHandler(client *http.Client) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { fetch(client, w, r) })
	return mux
}

func fetch(client *http.Client, w http.ResponseWriter, r *http.Request) {
	target, err := parseTarget(r.URL.Query().Get("url"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	request, err := http.NewRequestWithContext(r.Context(), r.Method, target.String(), nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	response, err := client.Do(request)
	if err != nil {
		log.Println(err)
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer response.Body.Close()
	for _, name := range forwarded {
		if value := response.Header.Get(name); value != "" {
			w.Header().Set(name, value)
		}
	}
	w.WriteHeader(response.StatusCode)
	if err := stream(w, response.Body); err != nil {
		log.Printf("%s: %v", target.Redacted(), err)
		panic(http.ErrAbortHandler) // The status is out already: a broken connection is the only way left to say it.
	}
}

func parseTarget(raw string) (*url.URL, error) {
	target, err := url.Parse(raw)
	if err != nil || target.Hostname() == "" || (target.Scheme != "http" && target.Scheme != "https") {
		return nil, errBadURL
	}
	return target, nil
}

// stream copies what comes when it comes, rather than when a buffer is full.
func stream(w http.ResponseWriter, body io.Reader) error {
	controller := http.NewResponseController(w)
	buffer := make([]byte, 32*1024)
	for {
		n, err := body.Read(buffer)
		if n > 0 {
			if _, err := w.Write(buffer[:n]); err != nil {
				return err
			}
			if err := controller.Flush(); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
