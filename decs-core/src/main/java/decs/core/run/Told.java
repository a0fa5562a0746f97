package decs.core.run;

import decs.core.request.Question;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;

/** A listener that hears one thing at a time, from however many threads. */
final class Told implements RunListener {
    private final RunListener listener;

    Told(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void on(RunEvent event) {
        listener.on(event);
    }

    @Override
    public synchronized boolean confirms(Question question) {
        return listener.confirms(question);
    }
}
