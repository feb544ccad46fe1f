/* A JACK client that does nothing but count: says "started", and prints the cycles in SECONDS, and how many of them the
   server skipped. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The little of jack/jack.h that is used, so that the bench runs without JACK's development files. */
typedef uint32_t jack_nframes_t;
typedef struct jack_client jack_client_t;
enum { JackNoStartServer = 1 };
jack_client_t *jack_client_open(const char *, int, int *, ...);
int jack_set_process_callback(jack_client_t *, int (*)(jack_nframes_t, void *), void *);
int jack_activate(jack_client_t *);
int jack_client_close(jack_client_t *);
jack_nframes_t jack_last_frame_time(const jack_client_t *);

static jack_client_t *client;
static jack_nframes_t last;
static int started;
static volatile long cycles, late;

static int process(jack_nframes_t frames, void *unused)
{
    jack_nframes_t now = jack_last_frame_time(client);
    if (started && now != last + frames)
        late += lround((double)(int)(now - last - frames) / frames);
    last = now;
    started = 1;
    cycles++;
    return 0;
}

int main(int count, char **arguments)
{
    client = jack_client_open("control", JackNoStartServer, NULL);
    if (!client || count < 2)
        return 1;
    jack_set_process_callback(client, process, NULL);
    jack_activate(client);
    printf("started\n");
    fflush(stdout);
    usleep((useconds_t)(atof(arguments[1]) * 1e6));
    printf("%ld %ld\n", cycles, late);
    jack_client_close(client);
    return 0;
}
