/** Secrets, parameters and objects of Amazon's services: {@code ref+awsssm}, {@code ref+awssecrets}, {@code ref+s3}, {@code s3://}. */
package decs.aws;
