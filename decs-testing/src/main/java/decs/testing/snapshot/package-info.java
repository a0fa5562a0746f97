/** Stored texts that tests are held against: {@code SnapshotFile}, in the format of helm-unittest. */
package decs.testing.snapshot;
