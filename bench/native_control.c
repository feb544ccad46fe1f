/* A JACK client that does nothing but count: prints the cycles in SECONDS, and how many of them the server skipped. */
#include <jack/jack.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
    usleep((useconds_t)(atof(arguments[1]) * 1e6));
    printf("%ld %ld\n", cycles, late);
    jack_client_close(client);
    return 0;
}
